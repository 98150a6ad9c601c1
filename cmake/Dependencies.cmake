# What comes from Debian 12's packages; bin/setup installs them.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(fmt REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(HUNSPELL REQUIRED IMPORTED_TARGET hunspell)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(PANGOCAIRO REQUIRED pangocairo cairo-pdf)
find_library(QRENCODE qrencode REQUIRED)
find_library(HYPHEN hyphen REQUIRED)
find_library(GEOS_C geos_c REQUIRED)
find_library(ICAL ical REQUIRED)
find_library(DATE_TZ date-tz REQUIRED)

add_library(dependencies INTERFACE)
target_link_libraries(dependencies INTERFACE Boost::headers Boost::json Boost::url fmt::fmt SQLite::SQLite3
  PostgreSQL::PostgreSQL ZLIB::ZLIB OpenSSL::SSL OpenSSL::Crypto PkgConfig::SODIUM PkgConfig::ICU PkgConfig::HUNSPELL
  PkgConfig::CURL PkgConfig::EXPAT PkgConfig::BROTLI ${GEOS_C} ${ICAL} ${DATE_TZ} ${PANGOCAIRO_LINK_LIBRARIES} ${QRENCODE} ${HYPHEN} Threads::Threads)

# One file alone sees the headers of Pango and Cairo: their dozen folders are nothing for all others.
set(pango_headers "")
foreach(folder ${PANGOCAIRO_INCLUDE_DIRS})
  list(APPEND pango_headers -isystem${folder})
endforeach()
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/platform/documents/pdf.cpp PROPERTIES COMPILE_OPTIONS "${pango_headers}")
