module example.com/proxying

go 1.22
