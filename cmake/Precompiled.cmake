# GCC reads the standard library's headers once instead of in each of some 250 files.  Headers of our own are not among
# them: a file still includes all that it uses, and one compiler cache serves every clone.  Clang, which builds the tests
# with sanitizers, reads them each time: that takes it a tenth of the whole, shows an include that is missing, and lets the
# cache serve every clone there too, since clang would name the precompiled file by its full path.
set(OPORA_STANDARD_HEADERS <algorithm> <array> <charconv> <chrono> <concepts> <cstdint> <filesystem> <functional> <map> <memory>
  <mutex> <optional> <ranges> <set> <span> <sstream> <stdexcept> <string> <string_view> <tuple> <unordered_map> <utility>
  <variant> <vector> <fmt/format.h>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fpch-preprocess)

  # precompiled(TARGET): reads them from what was compiled for the library `platform`.
  function(precompiled target)
    if(target STREQUAL "platform")
      target_precompile_headers(platform PRIVATE ${OPORA_STANDARD_HEADERS})
    else()
      target_precompile_headers(${target} REUSE_FROM platform)
    endif()
  endfunction()
  function(precompiled_with_tests target)
    target_precompile_headers(${target} PRIVATE ${OPORA_STANDARD_HEADERS} <gmock/gmock.h> <gtest/gtest.h>)
  endfunction()
else()
  function(precompiled)
  endfunction()
  function(precompiled_with_tests)
  endfunction()
endif()
