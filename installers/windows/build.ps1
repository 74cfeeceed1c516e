# Build build\Factmark-VERSION-setup.exe: the frozen program, tried, and Inno Setup's installer of it.
# Needs Python 3.11 or newer as `python`, and Inno Setup 6.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Run {
  $program, $words = $args
  & $program @words
  if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

$freezer = 'build\freezer'
$python = "$freezer\Scripts\python.exe"
if (-not (Test-Path $python)) { Run python -m venv $freezer }
foreach ($lock in 'requirements.lock', 'installers\frozen\builder.lock') {
  Run $python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $lock
}
Run $python installers\icons.py build\icons
Run "$freezer\Scripts\pyinstaller.exe" --noconfirm --log-level ERROR --distpath build\frozen --workpath build\freezing installers\frozen\factmark.spec
Run $python installers\frozen\trim.py build\frozen\factmark
$env:QT_QPA_PLATFORM = 'offscreen'
Run build\frozen\factmark\factmark.exe demo
Remove-Item Env:QT_QPA_PLATFORM

$version = (& build\frozen\factmark\factmark.exe --version).Split(' ')[-1]
$setup = Get-Command iscc.exe -ErrorAction SilentlyContinue
$compiler = if ($setup) { $setup.Source } else { "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" }
if (-not (Test-Path $compiler)) { throw 'Inno Setup 6 is not here: https://jrsoftware.org/isinfo.php' }
Run $compiler /Qp "/DVersion=$version" installers\windows\factmark.iss
Write-Output "build\Factmark-$version-setup.exe"
