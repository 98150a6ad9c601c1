# capability(NAME USES …): a library of everything in src/NAME that is not a test; templates become C++, texts, styles,
# migrations and data are embedded.
#
# Files of one folder are compiled five at a time, since they share most of what they include: that halves a clean build,
# while one changed file costs no more than its four neighbours.  So a name in an unnamed namespace is used once in its
# folder; what cannot keep to that, or takes long by itself, compiles alone.
set(OPORA_ALONE
  register_keys.cpp                        # using enum
  pdf.cpp                                  # the headers of Pango and Cairo
  catalogue_build.cpp hsds_reading.cpp)    # take long enough by themselves
find_program(MSGFMT msgfmt REQUIRED)

function(in_groups_by_folder)
  set(last "")
  foreach(source ${ARGN})
    get_filename_component(folder ${source} DIRECTORY)
    get_filename_component(file ${source} NAME)
    if(NOT folder STREQUAL last)
      set(number 0)
      set(last ${folder})
    endif()
    if(file IN_LIST OPORA_ALONE)
      continue()
    endif()
    string(REPLACE ${PROJECT_SOURCE_DIR}/src/ "" group ${folder})
    string(REPLACE / _ group ${group})
    math(EXPR five "${number} / 5")
    math(EXPR number "${number} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${group}${five}")
  endforeach()
endfunction()

function(capability name)
  cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "(_test|_fuzz)\\.cpp$")
  in_groups_by_folder(${sources})
  file(GLOB_RECURSE pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.html)
  set(number 0)
  foreach(page ${pages})
    file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR}/src ${page})
    set(made ${PROJECT_BINARY_DIR}/pages/${path}.cpp)
    get_filename_component(folder ${made} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${made}
      COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/html2cpp.py ${page} ${path} > ${made}.new
      COMMAND ${CMAKE_COMMAND} -E rename ${made}.new ${made}
      DEPENDS ${page} ${PROJECT_SOURCE_DIR}/tools/html2cpp.py VERBATIM)
    # Ten pages at a time: they share most of what they include.
    math(EXPR group "${number} / 10")
    math(EXPR number "${number} + 1")
    set_source_files_properties(${made} PROPERTIES UNITY_GROUP "pages${group}")
    list(APPEND sources ${made})
  endforeach()
  # migrations/*.sql, texts/*.po, data/*: embedded as name, bytes
  file(GLOB_RECURSE carried CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/migrations/*.sql
    ${PROJECT_SOURCE_DIR}/src/${name}/*/migrations/*.sql ${PROJECT_SOURCE_DIR}/src/${name}/texts/*.po
    ${PROJECT_SOURCE_DIR}/src/${name}/*/texts/*.po ${PROJECT_SOURCE_DIR}/src/${name}/data/*
    ${PROJECT_SOURCE_DIR}/src/${name}/*/data/*)
  set(embedded ${PROJECT_BINARY_DIR}/embedded/${name}.cpp)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/embedded)
  add_custom_command(OUTPUT ${embedded}
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/embed.py ${name} ${PROJECT_SOURCE_DIR}/src ${embedded} ${carried}
    DEPENDS ${carried} ${PROJECT_SOURCE_DIR}/tools/embed.py VERBATIM)
  add_library(${name} STATIC ${sources} ${embedded})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${ARG_USES} dependencies)
  if(OPORA_FUZZ)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)    # fuzzers see which way an input took
  endif()
  precompiled(${name})
endfunction()
