# What every target of ours compiles with, and what a consumer must compile with to get the same numbers.

# Floating point: no contraction, no value-changing optimisation. A result may not depend on how the compiler
# happens to fuse a multiply and an add, so this is part of the exported interface.
add_library(sise_fp_policy INTERFACE)
add_library(sise::fp_policy ALIAS sise_fp_policy)
target_compile_options(sise_fp_policy INTERFACE -ffp-contract=off)
target_compile_features(sise_fp_policy INTERFACE cxx_std_20)
set_target_properties(sise_fp_policy PROPERTIES EXPORT_NAME fp_policy)

# Warnings are for those who work on Sise: errors only when this is the top-level project.
add_library(sise_warnings INTERFACE)
if(PROJECT_IS_TOP_LEVEL)
  target_compile_options(sise_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                                                 -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
  # Members that a designated initialiser leaves out have their defaults: that is what it is for.
  target_compile_options(sise_warnings INTERFACE -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports overlapping memcpy in std::string's own operator+ (GCC bug 105651).
    target_compile_options(sise_warnings INTERFACE -Wno-restrict)
  endif()
  # In a unity build every file of a folder sees the others' unnamed namespaces; file by file these two mean something.
  if(CMAKE_UNITY_BUILD)
    target_compile_options(sise_warnings INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
