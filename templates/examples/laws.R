facts <- read.csv("facts.csv", na.strings = "", fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
# the field holds what a law says of work abroad, or that it says nothing
mention <- grepl("abroad|overseas|outside", facts$value, ignore.case = TRUE)
laws <- facts[facts$kind == "law" & (mention | facts$field == "provision-abroad") & is.na(facts$withdrawn), ]
answer <- laws[order(laws$place, laws$title), c("place", "title", "field", "label", "value", "source", "locator")]
print(answer, row.names = FALSE)
