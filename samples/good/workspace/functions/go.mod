module example.com/functions

go 1.22

require example.com/greeting v0.0.0

replace example.com/greeting => ../greeting
