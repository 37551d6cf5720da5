using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Suiji.Tests
{
    /// <summary>A test: a public method without parameters. No test framework is available here, so this program runs the tests.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class TestAttribute : Attribute { }

    /// <summary>Runs all tests, or those whose name contains a text: <c>Suiji.Tests.exe [TEXT]</c>.</summary>
    internal static class Program
    {
        private static int Main(string[] arguments)
        {
            string wanted = arguments.Length > 0 ? arguments[0] : "";
            int passed = 0, failed = 0;
            var tests = Assembly.GetExecutingAssembly().GetTypes().SelectMany(type => type.GetMethods())
                .Where(method => method.GetCustomAttribute<TestAttribute>() != null)
                .OrderBy(method => method.DeclaringType.Name + "." + method.Name, StringComparer.Ordinal);
            foreach (MethodInfo test in tests)
            {
                string name = test.DeclaringType.Name + "." + test.Name;
                if (!name.Contains(wanted))
                {
                    continue;
                }
                var clock = Stopwatch.StartNew();
                try
                {
                    test.Invoke(Activator.CreateInstance(test.DeclaringType), null);
                    passed++;
                    Console.WriteLine($"ok {name} ({clock.ElapsedMilliseconds} ms)");
                }
                catch (TargetInvocationException exception)
                {
                    failed++;
                    Console.WriteLine($"FAILED {name}: {exception.InnerException}");
                }
            }
            Console.WriteLine($"{passed} passed, {failed} failed");
            return failed == 0 && passed > 0 ? 0 : 1;
        }
    }

    /// <summary>Assertions of the tests.</summary>
    internal static class Expect
    {
        internal static void Same<T>(T expected, T found, string what = "")
        {
            if (!Equals(expected, found))
            {
                throw new Exception($"{what}: expected {expected}, found {found}");
            }
        }

        internal static void True(bool holds, string what)
        {
            if (!holds)
            {
                throw new Exception(what);
            }
        }

        internal static T Throws<T>(Action action, string what = "") where T : Exception
        {
            try
            {
                action();
            }
            catch (T exception)
            {
                return exception;
            }
            throw new Exception($"{what}: expected {typeof(T).Name}, found nothing");
        }

        /// <summary>The input is refused with this code.</summary>
        internal static SuijiException Refused(string code, Action action, string what = "")
        {
            var refused = Throws<SuijiException>(action, what);
            Same(code, refused.Code, what);
            return refused;
        }
    }

    internal static class Folder
    {
        /// <summary>The root of the repository, above the folder in which the tests were started.</summary>
        internal static readonly string Root = Find();

        private static string Find()
        {
            string folder = Directory.GetCurrentDirectory();
            while (!Directory.Exists(Path.Combine(folder, "tests", "vectors")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new Exception("run the tests in the repository");
            }
            return folder;
        }

        internal static string Of(params string[] parts) => Path.Combine(new[] { Root }.Concat(parts).ToArray());
    }
}
