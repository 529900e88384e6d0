# cmake -D IN=… -D OUT=… -P: a .proto file of stance.v1 -> its twin in stance.wire.v1, the same on the wire, whose
# `string` fields are `bytes`: gRPC's own parser refuses a string that is not UTF-8 before any handler can say which.
file(READ ${IN} proto)
string(REGEX REPLACE "(\n *|\n *repeated )string ([a-z_]+ = )" "\\1bytes \\2" proto "${proto}")
string(REPLACE "package stance.v1;" "package stance.wire.v1;" proto "${proto}")
string(REPLACE "import \"stance/v1/" "import \"stance/wire/v1/" proto "${proto}")
file(WRITE ${OUT} "${proto}")
