"""The sheets of «Свод.xlsx», one module a sheet; ``catalogue`` lists them in their order."""
