facts <- read.csv("facts.csv", na.strings = "", fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
grants <- subset(facts, kind == "funding-scheme" & field == "amount" & is.na(withdrawn) &
                   !is.na(number) & !is.na(starts))
grants$year <- substr(grants$starts, 1, 4)
answer <- grants[order(grants$place, grants$year, grants$title, grants$number),
                 c("place", "year", "title", "label", "number", "currency", "basis", "period", "as_of", "source")]
print(answer, row.names = FALSE)
