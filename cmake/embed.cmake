# Files that become part of the program, so that it needs none when it runs.
#
#   prima_embed(prima_publication NAMESPACE prima::publication::reference NAME reference_files
#               ROOT ${CMAKE_SOURCE_DIR}/reference FILES provinces.yaml topics.yaml [COMPRESS] [DEPENDS target...])
#
# adds to the target one source with the bytes of the files, and the header "embedded/reference_files.h" with
#
#   namespace prima::publication::reference {
#     std::span<const EmbeddedFile> files();                     sorted by path
#     const EmbeddedFile* find(std::string_view path);           nullptr when there is no such file
#   }
#
# A path is relative to ROOT, with "/". base/embedded_file.h says what an EmbeddedFile has. COMPRESS adds gzip and brotli
# variants where they are at least a tenth smaller. FILES may be absolute paths below ROOT (as file(GLOB ...) gives them), and
# may be made by other rules of the same directory. LIST file.txt instead of FILES names a file, made by another rule of the
# same directory, with one absolute path a line.
function(prima_embed target)
  cmake_parse_arguments(ARG "COMPRESS" "NAMESPACE;NAME;ROOT;LIST" "FILES;DEPENDS" ${ARGN})
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embed_${ARG_NAME})
  set(header ${folder}/embedded/${ARG_NAME}.h)
  set(source ${folder}/embedded/${ARG_NAME}.cpp)
  set(inputs ${ARG_LIST})
  set(list ${ARG_LIST})
  foreach(file ${ARG_FILES})
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${ARG_ROOT})
    list(APPEND inputs ${file})
  endforeach()
  if(NOT ARG_LIST)
    set(list ${folder}/inputs.txt)
    list(SORT inputs)
    list(JOIN inputs "\n" lines)
    file(CONFIGURE OUTPUT ${list} CONTENT "${lines}\n" @ONLY)
  endif()
  set(compress)
  if(ARG_COMPRESS)
    set(compress --compress)
  endif()
  add_custom_command(
    OUTPUT ${header} ${source}
    COMMAND embed ${compress} --namespace ${ARG_NAMESPACE} --name ${ARG_NAME} --root ${ARG_ROOT} --out ${folder}/embedded ${list}
    DEPENDS embed ${inputs} ${list} ${ARG_DEPENDS}
    COMMENT "Embedding ${ARG_NAME}"
    VERBATIM)
  target_sources(${target} PRIVATE ${source} ${header})
  target_include_directories(${target} PUBLIC ${folder} ${CMAKE_SOURCE_DIR}/src)
endfunction()
