facts <- read.csv("facts.csv", na.strings = "", fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
# the field holds what a law says of work abroad, or that it says nothing
words <- "\\b(abroad|overseas|outside (the country|Canada|China|Japan))\\b"
mention <- grepl(words, facts$value, ignore.case = TRUE, perl = TRUE)
laws <- facts[facts$kind == "law" & (mention | facts$field == "provision-abroad") & is.na(facts$withdrawn), ]
columns <- c("place", "title", "field", "label", "value", "original", "record_version", "source", "locator")
answer <- laws[order(laws$place, laws$title), columns]
print(answer, row.names = FALSE)
