# What `cmake --install` puts where (GNUInstallDirs, DESTDIR), in two components: "programs" (stanced, stancectl, the
# lexicon, man page, completions, systemd unit) and "development" (the engine as a library: headers, static libraries,
# a CMake package, pkg-config, and the .proto files).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(
  DIRECTORY ${CMAKE_SOURCE_DIR}/service/lexicon/en
  DESTINATION ${CMAKE_INSTALL_DATADIR}/stance/lexicon
  COMPONENT programs)

if(NOT STANCE_ENGINE_ONLY)
  install(TARGETS stanced COMPONENT programs)
  install(FILES ${CMAKE_SOURCE_DIR}/deploy/systemd/stanced.service DESTINATION lib/systemd/system COMPONENT programs)
endif()

if(TARGET stancectl)
  set(STANCE_MANUAL ${CMAKE_BINARY_DIR}/client/manual)
  install(TARGETS stancectl COMPONENT programs)
  install(FILES ${STANCE_MANUAL}/stancectl.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT programs)
  install(FILES ${STANCE_MANUAL}/stancectl DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          COMPONENT programs)
  install(FILES ${STANCE_MANUAL}/_stancectl DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT programs)
  install(FILES ${STANCE_MANUAL}/stancectl.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
          COMPONENT programs)
endif()

# The engine as a library, stance::engine, and what reads its lexicon from files, stance::lexicon_files.
set(STANCE_INCLUDEDIR ${CMAKE_INSTALL_INCLUDEDIR}/stance)
set(STANCE_LIBRARIES stance_lexicon_files stance_machine stance_engine stance_lexicon stance_text stance_lexicon_proto)
foreach(library ${STANCE_LIBRARIES})
  string(REPLACE "stance_" "" name ${library})
  set_target_properties(${library} PROPERTIES EXPORT_NAME ${name})
endforeach()
target_include_directories(stance_lexicon_proto SYSTEM PUBLIC $<INSTALL_INTERFACE:${STANCE_INCLUDEDIR}>)
install(
  TARGETS ${STANCE_LIBRARIES}
  EXPORT stance
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  FILE_SET HEADERS DESTINATION ${STANCE_INCLUDEDIR} COMPONENT development)
install(FILES ${STANCE_PROTO_OUT}/stance/lexicon/v1/lexicon.pb.h DESTINATION ${STANCE_INCLUDEDIR}/stance/lexicon/v1
        COMPONENT development)
install(
  DIRECTORY ${CMAKE_SOURCE_DIR}/proto/stance
  DESTINATION ${CMAKE_INSTALL_DATADIR}/stance/proto
  COMPONENT development
  FILES_MATCHING
  PATTERN "*.proto")

set(STANCE_PACKAGEDIR ${CMAKE_INSTALL_LIBDIR}/cmake/stance)
install(EXPORT stance NAMESPACE stance:: DESTINATION ${STANCE_PACKAGEDIR} COMPONENT development)
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/stance-config.cmake.in ${CMAKE_BINARY_DIR}/stance-config.cmake
  INSTALL_DESTINATION ${STANCE_PACKAGEDIR}
  PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/stance-config-version.cmake COMPATIBILITY SameMinorVersion)
# Where the prefix is, seen from the file: a tree that was moved still works.
file(RELATIVE_PATH STANCE_PREFIX_FROM_PC ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/stance.pc.in ${CMAKE_BINARY_DIR}/stance.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/stance-config.cmake ${CMAKE_BINARY_DIR}/stance-config-version.cmake
        DESTINATION ${STANCE_PACKAGEDIR} COMPONENT development)
install(FILES ${CMAKE_BINARY_DIR}/stance.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
