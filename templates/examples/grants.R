facts <- read.csv("facts.csv", na.strings = "", encoding = "UTF-8")
names(facts)[1] <- "fact"  # which follows the byte order mark
grants <- subset(facts, kind == "funding-scheme" & field == "amount" & is.na(withdrawn) &
                   !is.na(number) & !is.na(starts))
grants$year <- substr(grants$starts, 1, 4)
answer <- grants[order(grants$place, grants$year, grants$title, grants$number),
                 c("place", "year", "title", "label", "precision", "number", "to", "currency", "basis", "period", "as_of",
                   "source")]
print(answer, row.names = FALSE)
