# How every folder of the house is built.
#
#   prima_library(http LINK prima::base OpenSSL::SSL)
#
# makes one library `prima_http` (alias `prima::http`) of all *.cpp in the folder, and, when there are *_test.cpp files, one test program `http_tests` of those.
# Headers are included from the root of src: #include "http/server.h".

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_INTERPROCEDURAL_OPTIMIZATION OFF)

option(PRIMA_BENCH "build the programs of bench/" OFF)
option(PRIMA_FUZZ "build the fuzz targets of tests/fuzz (clang only)" OFF)
option(PRIMA_COVERAGE "measure line coverage (g++ only)" OFF)
set(PRIMA_SANITIZE "" CACHE STRING "sanitizers to build with, as for -fsanitize=")

find_program(PRIMA_CCACHE ccache)
if(PRIMA_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PRIMA_CCACHE})
endif()
find_program(PRIMA_MOLD mold)
if(PRIMA_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -fno-omit-frame-pointer)
# A mistake in memory should end the process, not become somebody's way in.
if(NOT PRIMA_SANITIZE)
  add_compile_options(-fstack-protector-strong $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
endif()
add_link_options(-Wl,-z,relro,-z,now -Wl,-z,noexecstack)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-restrict)  # false alarms of g++ 12 about std::string at -O3
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Werror)  # clang, which builds the fuzz targets, warns about the standard library of g++ too
endif()
if(PRIMA_SANITIZE)
  # g++ takes what the sanitizer adds to the standard library for uses of uninitialized memory.
  add_compile_options(-fsanitize=${PRIMA_SANITIZE} -fno-sanitize-recover=all $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_link_options(-fsanitize=${PRIMA_SANITIZE})
endif()
if(PRIMA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(PRIMA_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(yaml-cpp REQUIRED)
find_package(GTest REQUIRED)
include(GoogleTest)

function(prima_library name)
  cmake_parse_arguments(ARG "" "" "LINK;TEST_LINK;EXTRA" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$|/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(prima_${name} STATIC ${sources} ${ARG_EXTRA})
  add_library(prima::${name} ALIAS prima_${name})
  target_include_directories(prima_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(prima_${name} PUBLIC ${ARG_LINK})
  if(tests)
    prima_test(${name}_tests SOURCES ${tests} LINK prima::${name} ${ARG_TEST_LINK})
  endif()
endfunction()

# One test program; each TEST in it becomes one test of ctest.
function(prima_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  # A test runs once for each time it is compiled.
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${name} PRIVATE -O1)
  endif()
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE PRIMA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
