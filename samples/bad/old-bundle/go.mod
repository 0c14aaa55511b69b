module example.com/oldies

go 1.18
