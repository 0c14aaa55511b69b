module example.com/assembled

go 1.18
