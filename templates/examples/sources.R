sources <- read.csv("sources.csv", na.strings = "", fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
answer <- aggregate(list(sources = sources$key), by = list(place = sources$place, grade = sources$grade), FUN = length)
answer <- answer[order(answer$place, answer$grade), ]
print(answer, row.names = FALSE)
