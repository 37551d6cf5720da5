using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("Suiji")]
[assembly: AssemblyDescription("The auditable double-random draw of inspections")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
[assembly: AssemblyInformationalVersion("0.1.0")]
[assembly: InternalsVisibleTo("Suiji.Tests")]
