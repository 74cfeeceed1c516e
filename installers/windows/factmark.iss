; The installer for Windows, made by Inno Setup 6 of the frozen program:
;   powershell -File installers\windows\build.ps1
; It installs for the person who runs it, without an administrator, and for all when told so.

#ifndef Version
  #error Name the version: ISCC /DVersion=0.9.0 factmark.iss
#endif

[Setup]
AppId={{6B0F6A52-6B54-4B52-9C0D-0F6A8B9D7C31}
AppName=Factmark
AppVersion={#Version}
AppPublisher=The Factmark authors
DefaultDirName={autopf}\Factmark
DefaultGroupName=Factmark
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\factmark.ico
UninstallDisplayIcon={app}\factmarkw.exe
ChangesAssociations=yes
ChangesEnvironment=yes
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
OutputDir=..\..\build
OutputBaseFilename=Factmark-{#Version}-setup

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "Put the command factmark on the path"; Flags: unchecked

[Files]
Source: "..\..\build\frozen\factmark\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Factmark"; Filename: "{app}\factmarkw.exe"
Name: "{autodesktop}\Factmark"; Filename: "{app}\factmarkw.exe"; Tasks: desktopicon

[Registry]
; A double click on a package of work or a packed project opens the window with it.
Root: HKA; Subkey: "Software\Classes\.factmark"; ValueType: string; ValueData: "Factmark.Package"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.factmark"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-factmark"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Factmark.Package"; ValueType: string; ValueData: "Factmark project or work"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Factmark.Package\DefaultIcon"; ValueType: string; ValueData: "{app}\factmarkw.exe,0"
Root: HKA; Subkey: "Software\Classes\Factmark.Package\shell\open\command"; ValueType: string; ValueData: """{app}\factmarkw.exe"" open ""%1"""
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsMissingOnPath

[Run]
Filename: "{app}\factmarkw.exe"; Description: "{cm:LaunchProgram,Factmark}"; Flags: nowait postinstall skipifsilent

[Code]
function IsMissingOnPath(): Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') = 0;
end;
