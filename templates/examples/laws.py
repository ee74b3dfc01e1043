import pandas as pd

facts = pd.read_csv("facts.csv", keep_default_na=False, na_values=[""], low_memory=False)
# the field holds what a law says of work abroad, or that it says nothing
mention = facts.value.str.contains("abroad|overseas|outside", case=False, na=False)
laws = facts[(facts.kind == "law") & (mention | (facts.field == "provision-abroad")) & facts.withdrawn.isna()]
answer = laws[["place", "title", "field", "label", "value", "source", "locator"]].sort_values(
    ["place", "title"], kind="stable"
)
print(answer.to_string(index=False))
