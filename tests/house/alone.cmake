# Configures Sise up to one layer with every package of the layers above hidden, and builds a file of it.
file(REMOVE_RECURSE ${WORK})
set(hidden "")
foreach(package GDAL PROJ OpenSSL nlohmann_json CLI11)
  list(APPEND hidden -D CMAKE_DISABLE_FIND_PACKAGE_${package}=ON)
endforeach()
if(LAYER STREQUAL models)
  list(APPEND hidden -D CMAKE_DISABLE_FIND_PACKAGE_OpenMP=ON)
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK} -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${CXX}
                        -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_BUILD_TYPE=Debug -D CMAKE_EXPORT_COMPILE_COMMANDS=ON
                        -D SISE_UP_TO=${LAYER} -D SISE_TESTS=OFF ${hidden}
                COMMAND_ERROR_IS_FATAL ANY)

# What no command line names cannot be needed: the walls of check_includes keep the rest out of the sources.
file(READ ${WORK}/compile_commands.json commands)
string(TOLOWER "${commands}" commands)
foreach(word gdal openssl nlohmann tomlplusplus)
  if(commands MATCHES "-(i|isystem|l) ?[^ ]*${word}")
    message(FATAL_ERROR "${LAYER} is compiled with ${CMAKE_MATCH_0}")
  endif()
endforeach()
if(commands MATCHES "sise_gis_io\\.dir" OR (LAYER STREQUAL models AND commands MATCHES "sise_core\\.dir"))
  message(FATAL_ERROR "${LAYER} builds files of the layers above")
endif()
if(LAYER STREQUAL core)
  set(file core/CMakeFiles/sise_core.dir/grid/tiles.cpp.o)
else()
  set(file models/CMakeFiles/sise_models.dir/base/version.cpp.o)
endif()
if(GENERATOR STREQUAL Ninja)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK} --target ${file} COMMAND_ERROR_IS_FATAL ANY)
endif()
