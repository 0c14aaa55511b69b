module example.com/queue-and-timer

go 1.22
