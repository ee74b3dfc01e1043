import pandas as pd

facts = pd.read_csv("facts.csv", keep_default_na=False, na_values=[""], low_memory=False)
# the field holds what a law says of work abroad, or that it says nothing
words = r"\b(?:abroad|overseas|outside (?:the country|Canada|China|Japan))\b"
mention = facts.value.str.contains(words, case=False, na=False)
laws = facts[(facts.kind == "law") & (mention | (facts.field == "provision-abroad")) & facts.withdrawn.isna()]
columns = ["place", "title", "field", "label", "value", "original", "record_version", "source", "locator"]
answer = laws[columns].sort_values(["place", "title"], kind="stable")
print(answer.to_string(index=False))
