module example.com/multi-function

go 1.19
