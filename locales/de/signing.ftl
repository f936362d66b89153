# Signaturen über ausgestellte Berichte, mit Zertifikaten gemacht, und was von ihnen gesagt wird.
