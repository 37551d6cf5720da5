/* Loads the library and calls it: `smoke LIBRARY`. It prints the versions, which must be the same for every machine. */
#include <stdint.h>
#include <stdio.h>

#ifdef _WIN32
#include <windows.h>
static void *opened(const char *file) { return (void *)LoadLibraryA(file); }
static void *found(void *library, const char *name) { return (void *)(uintptr_t)GetProcAddress((HMODULE)library, name); }
#else
#include <dlfcn.h>
static void *opened(const char *file) { return dlopen(file, RTLD_NOW); }
static void *found(void *library, const char *name) { return dlsym(library, name); }
#endif

int main(int count, char **arguments)
{
    void *library = count == 2 ? opened(arguments[1]) : NULL;
    if (library == NULL) {
        fprintf(stderr, "smoke: %s\n", count == 2 ? "the library cannot be loaded" : "usage: smoke LIBRARY");
        return 1;
    }
    const char *(*version)(void) = (const char *(*)(void))found(library, "suiji_version");
    int32_t (*abi)(void) = (int32_t (*)(void))found(library, "suiji_abi");
    if (version == NULL || abi == NULL || found(library, "JNI_OnLoad") == NULL) {
        fprintf(stderr, "smoke: the library lacks a function\n");
        return 1;
    }
    printf("version %s, interface %d\n", version(), (int)abi());
    return 0;
}
