facts <- read.csv("facts.csv", na.strings = "", encoding = "UTF-8")
names(facts)[1] <- "fact"  # which follows the byte order mark
# the field holds what a law says of work abroad, or that it says nothing
words <- "\\b(abroad|overseas|outside (the country|Canada|China|Japan))\\b"
mention <- grepl(words, facts$value, ignore.case = TRUE, perl = TRUE)
laws <- facts[facts$kind == "law" & (mention | facts$field == "provision-abroad") & is.na(facts$withdrawn), ]
columns <- c("place", "title", "field", "label", "value", "original", "record_version", "source", "locator")
answer <- laws[order(laws$place, laws$title), columns]
print(answer, row.names = FALSE)
