sources <- read.csv("sources.csv", na.strings = "", encoding = "UTF-8")
names(sources)[1] <- "key"  # which follows the byte order mark
answer <- aggregate(list(sources = sources$key), by = list(place = sources$place, grade = sources$grade), FUN = length)
answer <- answer[order(answer$place, answer$grade), ]
print(answer, row.names = FALSE)
