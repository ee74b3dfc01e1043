import pandas as pd

facts = pd.read_csv("facts.csv", keep_default_na=False, na_values=[""], low_memory=False)
laws = facts[(facts.kind == "law") & facts.value.str.contains("abroad|overseas|outside", case=False, na=False)]
answer = laws[["place", "title", "label", "value", "source", "locator"]].sort_values(["place", "title"], kind="stable")
print(answer.to_string(index=False))
