/* Loads the library and calls it: `smoke LIBRARY`. It prints two numbers, which must be the same for every machine. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

int main(int count, char **arguments)
{
    void *library = count == 2 ? dlopen(arguments[1], RTLD_NOW) : NULL;
    if (library == NULL) {
        fprintf(stderr, "smoke: %s\n", count == 2 ? dlerror() : "usage: smoke LIBRARY");
        return 1;
    }
    uint32_t (*contract)(void) = (uint32_t (*)(void))dlsym(library, "ffi_suiji_uniffi_uniffi_contract_version");
    uint16_t (*seal)(void) = (uint16_t (*)(void))dlsym(library, "uniffi_suiji_uniffi_checksum_func_seal");
    if (contract == NULL || seal == NULL) {
        fprintf(stderr, "smoke: %s\n", dlerror());
        return 1;
    }
    printf("contract %u, seal %u\n", contract(), seal());
    return 0;
}
