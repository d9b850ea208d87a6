# What another CMake project gets: find_package(sise COMPONENTS models) brings sise::models with nothing but what models
# itself needs, so a program without maps does not need GDAL's development files. Each layer is an export set of its own.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(SISE_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/sise)

# sise_install_layer(core ...targets): library, public headers (as "core/..." below include/sise) and its export set.
function(sise_install_layer name)
  install(TARGETS sise_${name} ${ARGN} EXPORT sise_${name})
  install(EXPORT sise_${name} NAMESPACE sise:: FILE sise_${name}.cmake DESTINATION ${SISE_PACKAGE_DIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${name} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sise
          FILES_MATCHING PATTERN "*.hpp")
endfunction()

sise_install_layer(models sise_fp_policy)
foreach(layer core gis_io)
  if(TARGET sise_${layer})
    sise_install_layer(${layer})
  endif()
endforeach()

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/siseConfig.cmake.in siseConfig.cmake
                              INSTALL_DESTINATION ${SISE_PACKAGE_DIR})
write_basic_package_version_file(siseConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/siseConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/siseConfigVersion.cmake
        DESTINATION ${SISE_PACKAGE_DIR})
install(FILES LICENSE README.md README.zh.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
