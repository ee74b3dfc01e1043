facts <- read.csv("facts.csv", na.strings = "", fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
laws <- subset(facts, kind == "law" & grepl("abroad|overseas|outside", value, ignore.case = TRUE))
answer <- laws[order(laws$place, laws$title), c("place", "title", "label", "value", "source", "locator")]
print(answer, row.names = FALSE)
