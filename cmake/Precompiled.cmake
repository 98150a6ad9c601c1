# The standard library's headers, read once instead of in each of some 250 files.  Headers of our own are not among them:
# a file still includes all that it uses, and one compiler cache serves every clone.
set(OPORA_STANDARD_HEADERS <algorithm> <array> <charconv> <chrono> <concepts> <cstdint> <filesystem> <functional> <map> <memory>
  <mutex> <optional> <ranges> <set> <span> <sstream> <stdexcept> <string> <string_view> <tuple> <unordered_map> <utility>
  <variant> <vector> <fmt/format.h>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fpch-preprocess)
else()
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()

# precompiled(TARGET): reads them from what was compiled for the library `platform`.
function(precompiled target)
  if(target STREQUAL "platform")
    target_precompile_headers(platform PRIVATE ${OPORA_STANDARD_HEADERS})
  else()
    target_precompile_headers(${target} REUSE_FROM platform)
  endif()
endfunction()
