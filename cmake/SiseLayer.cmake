# One target per layer, made of every .cpp below its folder: adding a file touches no list.

# sise_compile_together(target SOURCES...): with CMAKE_UNITY_BUILD the files of a folder are one translation unit. By folder,
# so that what stands together in an unnamed namespace also belongs together. Files that Highway compiles several times, and
# files with definitions of their own, stay alone.
function(sise_compile_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    file(STRINGS ${source} many_targets REGEX "foreach_target" LIMIT_COUNT 1)
    if(many_targets)
      set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
      continue()
    endif()
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(REPLACE "/" "_" group ${folder})
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()

# sise_layer(models): the static library sise_models, known to all as sise::models.
function(sise_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(sise_${name} STATIC ${sources})
  add_library(sise::${name} ALIAS sise_${name})
  sise_compile_together(sise_${name} ${sources})
  set_target_properties(sise_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(sise_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                                                 $<INSTALL_INTERFACE:include/sise>)
  target_link_libraries(sise_${name} PUBLIC sise::fp_policy PRIVATE $<BUILD_INTERFACE:sise_warnings>)
endfunction()

# sise_test(NAME name LINK sise::models): one Boost.Test program and one CTest entry, of all the .cpp files of the calling
# folder; SOURCES a.cpp b.cpp takes these alone, ALSO c.cpp adds one from elsewhere.
function(sise_test)
  cmake_parse_arguments(T "" "NAME" "SOURCES;ALSO;LINK" ${ARGN})
  if(NOT T_SOURCES)
    file(GLOB T_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  add_executable(test_${T_NAME} ${T_SOURCES} ${T_ALSO} $<TARGET_OBJECTS:sise_test_main>)
  sise_compile_together(test_${T_NAME} ${T_SOURCES} ${T_ALSO})
  target_include_directories(test_${T_NAME} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(test_${T_NAME} PRIVATE ${T_LINK} sise_warnings sise::fp_policy Boost::unit_test_framework fmt::fmt)
  target_compile_definitions(test_${T_NAME} PRIVATE BOOST_TEST_DYN_LINK
                             SISE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SISE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set_target_properties(test_${T_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  add_test(NAME ${T_NAME} COMMAND test_${T_NAME})
endfunction()

# sise_subfolders(): every folder below the calling one that has a CMakeLists.txt.
macro(sise_subfolders)
  file(GLOB lists CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(list IN LISTS lists)
    cmake_path(GET list PARENT_PATH folder)
    add_subdirectory(${folder})
  endforeach()
endmacro()
