module example.com/mails

go 1.18
