/* Loads the library and calls it: `smoke LIBRARY`. It prints the versions, which must be the same for every machine. */
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
    const char *(*version)(void) = (const char *(*)(void))dlsym(library, "suiji_version");
    int32_t (*abi)(void) = (int32_t (*)(void))dlsym(library, "suiji_abi");
    if (version == NULL || abi == NULL || dlsym(library, "JNI_OnLoad") == NULL) {
        fprintf(stderr, "smoke: %s\n", dlerror());
        return 1;
    }
    printf("version %s, interface %d\n", version(), (int)abi());
    return 0;
}
