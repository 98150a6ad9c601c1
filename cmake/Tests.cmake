# One program of all tests that stand beside the code; ctest runs it on SQLite and on a PostgreSQL of its own.
enable_testing()
find_package(GTest REQUIRED)
find_library(BROTLI_DECODER brotlidec REQUIRED)    # what answers were packed into
file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*_test.cpp ${PROJECT_SOURCE_DIR}/tests/*.cpp)
list(FILTER tests EXCLUDE REGEX "_fuzz\\.cpp$")
add_executable(opora-tests ${tests} src/application.cpp)
target_include_directories(opora-tests PRIVATE src ${PROJECT_SOURCE_DIR})
set_source_files_properties(tests/source_folder.cpp PROPERTIES COMPILE_DEFINITIONS OPORA_SOURCE="${PROJECT_SOURCE_DIR}")
target_link_libraries(opora-tests PRIVATE projects workgroups network platform GTest::gmock GTest::gtest_main ${BROTLI_DECODER})
# NB: named before the tests, so that of an inline function that both hold the linker takes the optimized one; with those
# of the tests all of it takes half as long again.
target_link_options(opora-tests PRIVATE "LINKER:$<TARGET_FILE:projects>,$<TARGET_FILE:workgroups>,$<TARGET_FILE:network>,$<TARGET_FILE:platform>")
precompiled_with_tests(opora-tests)
target_compile_options(opora-tests PRIVATE -O0)    # of the tests themselves: half the time to compile, and what they test is not slower
# Three neighbours at a time: reading gtest and the capabilities' headers is most of what compiling a test takes.
# As in a folder of the program, a name in an unnamed namespace is used once among neighbours.
set_target_properties(opora-tests PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 3)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/platform/http/head_rules_test.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)    # get
add_test(NAME sqlite COMMAND opora-tests --gtest_brief=1)
add_test(NAME postgresql COMMAND ${PROJECT_SOURCE_DIR}/tools/with_postgresql.sh $<TARGET_FILE:opora-tests> --gtest_brief=1)

# The tests of the platform alone, for ThreadSanitizer: they build without the capabilities, in half the time.
set(platform_tests ${tests})
list(FILTER platform_tests INCLUDE REGEX "/src/platform/|/tests/source_folder")
list(FILTER platform_tests EXCLUDE REGEX "/platform/(administration|checkup)/|/job_progress_test")    # they need the whole program
add_executable(platform-tests EXCLUDE_FROM_ALL ${platform_tests})
target_include_directories(platform-tests PRIVATE src ${PROJECT_SOURCE_DIR})
target_link_options(platform-tests PRIVATE "LINKER:$<TARGET_FILE:platform>")
target_link_libraries(platform-tests PRIVATE platform GTest::gmock GTest::gtest_main ${BROTLI_DECODER})
precompiled_with_tests(platform-tests)
set_target_properties(platform-tests PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 3)
target_compile_options(platform-tests PRIVATE -O0)

# `fuzzers` builds every fuzz target; each replays its corpus in ctest.
if(OPORA_FUZZ)
  add_custom_target(fuzzers)
  file(GLOB_RECURSE fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*_fuzz.cpp)
  foreach(fuzzer ${fuzzers})
    get_filename_component(name ${fuzzer} NAME_WE)
    add_executable(${name} ${fuzzer})
    target_include_directories(${name} PRIVATE src)
    target_link_libraries(${name} PRIVATE projects workgroups network platform)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    precompiled(${name})
    add_dependencies(fuzzers ${name})
    add_test(NAME replay-${name} COMMAND ${name} -runs=0 ${PROJECT_SOURCE_DIR}/tests/corpus/${name})
  endforeach()
endif()
