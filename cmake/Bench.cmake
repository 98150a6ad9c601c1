# What bin/bench measures in the program itself; not part of the ordinary build.
add_executable(search_bench EXCLUDE_FROM_ALL bench/search_bench.cpp)
target_include_directories(search_bench PRIVATE src)
target_link_libraries(search_bench PRIVATE platform)
