# Text files as bytes inside the program.

# sise_embed(OUTPUT file.cpp FOLDER dir FILES a.toml b/c.csv ALSO name=path): writes a source that carries every file of FILES
# (named relative to FOLDER) and of ALSO (from elsewhere, under a name) and defines the functions of
# gis_io/read/packs/embedded.hpp. The assembler reads the files when the source is compiled, so a change of a file recompiles
# only this source.
function(sise_embed)
  cmake_parse_arguments(E "" "OUTPUT;FOLDER" "FILES;ALSO" ${ARGN})
  set(bytes "")
  set(declarations "")
  set(rows "")
  set(number 0)
  list(TRANSFORM E_FILES REPLACE "(.+)" "\\1=${E_FOLDER}/\\1")
  foreach(file IN LISTS E_FILES E_ALSO)
    string(REGEX MATCH "^([^=]*)=(.*)$" whole "${file}")
    set(name ${CMAKE_MATCH_1})
    set(path ${CMAKE_MATCH_2})
    set(symbol "sise_embedded_${number}")
    string(APPEND bytes "asm(\".section .rodata\\n${symbol}_begin: .incbin \\\"${path}\\\"\\n"
                        "${symbol}_end: .byte 0\\n.previous\\n\");\n")
    string(APPEND declarations "extern const char ${symbol}_begin[] asm(\"${symbol}_begin\");\n"
                               "extern const char ${symbol}_end[] asm(\"${symbol}_end\");\n")
    string(APPEND rows "    {\"${name}\", ${symbol}_begin, ${symbol}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(SISE_EMBED_BYTES "${bytes}")
  set(SISE_EMBED_DECLARATIONS "${declarations}")
  set(SISE_EMBED_ROWS "${rows}")
  set(SISE_EMBED_COUNT ${number})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded.cpp.in ${E_OUTPUT} @ONLY)
endfunction()
