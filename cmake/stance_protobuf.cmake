# stance_protobuf(target [ROOT dir] PROTOS file... [DEPENDS target...]): a library of the messages of .proto files, which
# are named relative to ROOT (proto/ unless given) and may import what lies below proto/.
#
# stance_grpc(target [ROOT dir] MESSAGES target SERVICES file...): a library of the stubs and services of .proto files
# whose messages are in the library MESSAGES. Needs gRPC.
find_program(STANCE_GRPC_CPP_PLUGIN grpc_cpp_plugin)
set(STANCE_PROTO_OUT ${CMAKE_BINARY_DIR}/proto)
file(MAKE_DIRECTORY ${STANCE_PROTO_OUT})

# stance_protoc(variable ROOT dir PROTOS file... ENDING ending OPTIONS option...): runs protoc; sets the variable to the
# sources it writes. `ending` follows the file's stem: ".pb" or ".grpc.pb".
function(stance_protoc variable)
  cmake_parse_arguments(ARG "" "ROOT;ENDING" "PROTOS;OPTIONS" ${ARGN})
  set(sources)
  set(inputs ${ARG_PROTOS})
  list(TRANSFORM inputs PREPEND ${ARG_ROOT}/)
  foreach(proto ${ARG_PROTOS})
    string(REGEX REPLACE "\\.proto$" "" stem ${proto})
    set(generated ${STANCE_PROTO_OUT}/${stem}${ARG_ENDING}.cc ${STANCE_PROTO_OUT}/${stem}${ARG_ENDING}.h)
    # Depends on all of them: they may import each other.
    add_custom_command(
      OUTPUT ${generated}
      COMMAND protobuf::protoc ${ARG_OPTIONS} -I ${ARG_ROOT} -I ${CMAKE_SOURCE_DIR}/proto ${proto}
      DEPENDS ${inputs}
      VERBATIM)
    list(APPEND sources ${generated})
  endforeach()
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()

function(stance_protobuf target)
  cmake_parse_arguments(ARG "" "ROOT" "PROTOS;DEPENDS" ${ARGN})
  if(NOT ARG_ROOT)
    set(ARG_ROOT ${CMAKE_SOURCE_DIR}/proto)
  endif()
  stance_protoc(sources ROOT ${ARG_ROOT} PROTOS ${ARG_PROTOS} ENDING .pb OPTIONS --cpp_out=${STANCE_PROTO_OUT})
  add_library(${target} STATIC ${sources})
  set_target_properties(${target} PROPERTIES UNITY_BUILD OFF) # protoc gives names of its own to every file
  target_include_directories(${target} SYSTEM PUBLIC $<BUILD_INTERFACE:${STANCE_PROTO_OUT}>)
  target_link_libraries(${target} PUBLIC protobuf::libprotobuf ${ARG_DEPENDS})
endfunction()

function(stance_grpc target)
  cmake_parse_arguments(ARG "" "ROOT;MESSAGES" "SERVICES" ${ARGN})
  if(NOT ARG_ROOT)
    set(ARG_ROOT ${CMAKE_SOURCE_DIR}/proto)
  endif()
  stance_protoc(sources ROOT ${ARG_ROOT} PROTOS ${ARG_SERVICES} ENDING .grpc.pb
                OPTIONS --grpc_out=${STANCE_PROTO_OUT} --plugin=protoc-gen-grpc=${STANCE_GRPC_CPP_PLUGIN})
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC ${ARG_MESSAGES} gRPC::grpc++)
endfunction()
