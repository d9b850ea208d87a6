# `cpack` makes a Debian package of the program and what belongs beside it: manual pages, completion, schemas, the packs of
# data/ to start one's own from, examples, copyright. Libraries and headers for other projects are not in it.
include(GNUInstallDirs)
set(SISE_SHARE ${CMAKE_INSTALL_DATADIR})

# The program writes its own manual pages, completions and schemas: they cannot be behind it.
find_program(SISE_GZIP gzip)
mark_as_advanced(SISE_GZIP)
install(CODE "
  set(share \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${SISE_SHARE}\")
  execute_process(COMMAND \"$<TARGET_FILE:sise>\" help --write \"\${share}\" --docs \"${PROJECT_SOURCE_DIR}/docs/commands\"
                  COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB pages \"\${share}/man/man1/sise*.1\" \"\${share}/man/zh_CN/man1/sise*.1\")
  set(gzip \"${SISE_GZIP}\")
  if(gzip AND pages)
    execute_process(COMMAND \"\${gzip}\" -9nf \${pages} COMMAND_ERROR_IS_FATAL ANY)
  endif()
" COMPONENT program)

install(DIRECTORY data/ DESTINATION ${SISE_SHARE}/sise/data COMPONENT program
        FILES_MATCHING PATTERN "*.toml" PATTERN "*.csv" PATTERN "keys" EXCLUDE)
install(DIRECTORY examples DESTINATION ${SISE_SHARE}/doc/sise COMPONENT program
        PATTERN "__pycache__" EXCLUDE)
install(FILES cmake/package/copyright README.md README.zh.md DESTINATION ${SISE_SHARE}/doc/sise COMPONENT program)
install(CODE "
  set(doc \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${SISE_SHARE}/doc/sise\")
  file(COPY_FILE \"${PROJECT_SOURCE_DIR}/CHANGELOG.md\" \"\${doc}/NEWS\")
  set(gzip \"${SISE_GZIP}\")
  if(gzip)
    execute_process(COMMAND \"\${gzip}\" -9nf \"\${doc}/NEWS\" COMMAND_ERROR_IS_FATAL ANY)
  endif()
" COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sise)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION}) # the only place of the version is project() in CMakeLists.txt
set(CPACK_PACKAGE_VENDOR "Sise")
# Who builds the package names the office that answers for it; until then mail goes to whoever keeps the machine.
set(CPACK_PACKAGE_CONTACT "Sise project <root@localhost>" CACHE STRING "Maintainer of the Debian package")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "risk maps, safety distances, land-use review and threat zones")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Sise (四色, four colours) answers for a district where hazardous units stand:\nwhat colour every place is today, which sites are closer to people than they\nmay be, whether something may be built, and who must leave or shelter after\nan accident. It reads the layers that an office has and writes layers that\nopen in QGIS.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "proj-data")
# Pictures and sheets are set in these fonts; without them pictures are set in what there is, with a warning, and sheets refused.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, fonts-dejavu-core")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME sise)
set(CPACK_DEBIAN_PROGRAM_FILE_NAME DEB-DEFAULT)
include(CPack)
