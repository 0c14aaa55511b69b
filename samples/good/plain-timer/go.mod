module example.com/purge

go 1.18
