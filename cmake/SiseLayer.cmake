# One target per layer, fed by the CMakeLists.txt of each folder below it.

# sise_layer(models): the static library sise_models, known to all as sise::models.
function(sise_layer name)
  add_library(sise_${name} STATIC)
  add_library(sise::${name} ALIAS sise_${name})
  set_target_properties(sise_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(sise_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                                                 $<INSTALL_INTERFACE:include/sise>)
  target_link_libraries(sise_${name} PUBLIC sise::fp_policy PRIVATE $<BUILD_INTERFACE:sise_warnings>)
endfunction()

# sise_layer_sources(models a.cpp b.cpp): adds sources of the calling folder to a layer.
function(sise_layer_sources name)
  list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  target_sources(sise_${name} PRIVATE ${ARGN})
endfunction()

# sise_test(NAME name SOURCES a.cpp b.cpp LINK sise::models): one Boost.Test program and one CTest entry.
function(sise_test)
  cmake_parse_arguments(T "" "NAME" "SOURCES;LINK" ${ARGN})
  add_executable(test_${T_NAME} ${T_SOURCES} ${PROJECT_SOURCE_DIR}/tests/support/main.cpp)
  target_include_directories(test_${T_NAME} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(test_${T_NAME} PRIVATE ${T_LINK} sise_warnings sise::fp_policy Boost::unit_test_framework fmt::fmt)
  target_compile_definitions(test_${T_NAME} PRIVATE BOOST_TEST_DYN_LINK
                             SISE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SISE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set_target_properties(test_${T_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  add_test(NAME ${T_NAME} COMMAND test_${T_NAME})
endfunction()
