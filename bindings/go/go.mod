module suiji.org/suiji

go 1.24
