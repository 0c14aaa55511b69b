/** Values that the host (4.1037) could not convert, with its sentences as recorded, and values that .NET takes. */
import { describe, expect, it } from 'vitest'
import { convertBoolean, parseBoolean } from '../../../src/functions/values/booleans'
import { bindingFailure, type Conversion, convertNullable } from '../../../src/functions/values/conversion'
import { convertEnumeration, readLogLevel } from '../../../src/functions/values/enumerations'
import {
  convertDouble,
  convertInt32,
  convertInt64,
  convertSingle,
  convertUInt16,
} from '../../../src/functions/values/integers'
import { convertTimeSpan, parseTimeSpan } from '../../../src/functions/values/time-span'

const handlerType = { name: 'CustomHandlerType', members: ['None', 'Http'] }
const loggingMode = { name: 'FileLoggingMode', members: ['Never', 'Always', 'DebugOnly'] }

const converters: Readonly<Record<string, (text: string) => Conversion<unknown>>> = {
  'System.Boolean': convertBoolean,
  'System.Int32': convertInt32,
  'System.TimeSpan': convertTimeSpan,
  'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType': (text) =>
    convertEnumeration(text, handlerType),
  'Microsoft.Azure.WebJobs.Script.FileLoggingMode': (text) => convertEnumeration(text, loggingMode),
}

const recorded: readonly (readonly [type: string, text: string, ...sentences: string[]])[] = [
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    'grpc',
    'grpc is not a valid value for CustomHandlerType.',
    "Requested value 'grpc' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    'custom',
    'custom is not a valid value for CustomHandlerType.',
    "Requested value 'custom' was not found.",
  ],
  [
    'System.Boolean',
    'yes',
    'yes is not a valid value for Boolean.',
    "String 'yes' was not recognized as a valid Boolean.",
  ],
  [
    'System.Boolean',
    '1',
    '1 is not a valid value for Boolean.',
    "String '1' was not recognized as a valid Boolean.",
  ],
  [
    'System.Boolean',
    '',
    ' is not a valid value for Boolean.',
    "String '' was not recognized as a valid Boolean.",
  ],
  [
    'System.TimeSpan',
    '',
    ' is not a valid value for TimeSpan.',
    "String '' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    '00:60:00',
    "The TimeSpan string '00:60:00' could not be parsed because at least one of the numeric components is out of range or contains too many digits.",
  ],
  [
    'System.Int32',
    '%PORT%',
    "%PORT% is not a valid value for Int32. (Parameter 'value').",
    "The input string '%PORT%' was not in a correct format.",
  ],
  [
    'System.Int32',
    '80.5',
    "80.5 is not a valid value for Int32. (Parameter 'value').",
    "The input string '80.5' was not in a correct format.",
  ],
  [
    'System.Boolean',
    'no',
    'no is not a valid value for Boolean.',
    "String 'no' was not recognized as a valid Boolean.",
  ],
  [
    'System.TimeSpan',
    '00:90:00',
    "The TimeSpan string '00:90:00' could not be parsed because at least one of the numeric components is out of range or contains too many digits.",
  ],
  [
    'System.TimeSpan',
    '10675200.00:00:00',
    "The TimeSpan string '10675200.00:00:00' could not be parsed because at least one of the numeric components is out of range or contains too many digits.",
  ],
  [
    'System.TimeSpan',
    '-10000000000',
    "The TimeSpan string '-10000000000' could not be parsed because at least one of the numeric components is out of range or contains too many digits.",
  ],
  [
    'System.TimeSpan',
    '10000000000:00000000:40000',
    "The TimeSpan string '10000000000:00000000:40000' could not be parsed because at least one of the numeric components is out of range or contains too many digits.",
  ],
  [
    'System.Int32',
    'sdfsdfd',
    "sdfsdfd is not a valid value for Int32. (Parameter 'value').",
    "The input string 'sdfsdfd' was not in a correct format.",
  ],
  [
    'System.TimeSpan',
    '5m',
    '5m is not a valid value for TimeSpan.',
    "String '5m' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    'ten minutes',
    'ten minutes is not a valid value for TimeSpan.',
    "String 'ten minutes' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    '10 minutes',
    '10 minutes is not a valid value for TimeSpan.',
    "String '10 minutes' was not recognized as a valid TimeSpan.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    '0 0 * * * *',
    '0 0 * * * * is not a valid value for CustomHandlerType.',
    "Requested value '0 0 * * * *' was not found.",
  ],
  [
    'System.TimeSpan',
    '2.1',
    '2.1 is not a valid value for TimeSpan.',
    "String '2.1' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    'inout',
    'inout is not a valid value for TimeSpan.',
    "String 'inout' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    '1.5',
    '1.5 is not a valid value for TimeSpan.',
    "String '1.5' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    'stream',
    'stream is not a valid value for TimeSpan.',
    "String 'stream' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    'IN ',
    'IN  is not a valid value for TimeSpan.',
    "String 'IN' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.Boolean',
    '1.5',
    '1.5 is not a valid value for Boolean.',
    "String '1.5' was not recognized as a valid Boolean.",
  ],
  [
    'System.TimeSpan',
    'x',
    'x is not a valid value for TimeSpan.',
    "String 'x' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    'False',
    'False is not a valid value for TimeSpan.',
    "String 'False' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.Boolean',
    ' ',
    '  is not a valid value for Boolean.',
    "String '' was not recognized as a valid Boolean.",
  ],
  [
    'System.Boolean',
    'x',
    'x is not a valid value for Boolean.',
    "String 'x' was not recognized as a valid Boolean.",
  ],
  [
    'System.Boolean',
    '00:00:10',
    '00:00:10 is not a valid value for Boolean.',
    "String '00:00:10' was not recognized as a valid Boolean.",
  ],
  [
    'System.Boolean',
    '1.00:00:00',
    '1.00:00:00 is not a valid value for Boolean.',
    "String '1.00:00:00' was not recognized as a valid Boolean.",
  ],
  [
    'System.Int32',
    '',
    " is not a valid value for Int32. (Parameter 'value').",
    'Index was outside the bounds of the array.',
  ],
  [
    'System.Int32',
    ' ',
    " is not a valid value for Int32. (Parameter 'value').",
    'Index was outside the bounds of the array.',
  ],
  [
    'System.Int32',
    'x',
    "x is not a valid value for Int32. (Parameter 'value').",
    "The input string 'x' was not in a correct format.",
  ],
  [
    'System.Int32',
    'true',
    "true is not a valid value for Int32. (Parameter 'value').",
    "The input string 'true' was not in a correct format.",
  ],
  [
    'System.Int32',
    'yes',
    "yes is not a valid value for Int32. (Parameter 'value').",
    "The input string 'yes' was not in a correct format.",
  ],
  [
    'System.Int32',
    '1.5',
    "1.5 is not a valid value for Int32. (Parameter 'value').",
    "The input string '1.5' was not in a correct format.",
  ],
  [
    'System.Int32',
    '00:00:10',
    "00:00:10 is not a valid value for Int32. (Parameter 'value').",
    "The input string '00:00:10' was not in a correct format.",
  ],
  [
    'System.Int32',
    '1.00:00:00',
    "1.00:00:00 is not a valid value for Int32. (Parameter 'value').",
    "The input string '1.00:00:00' was not in a correct format.",
  ],
  [
    'System.Int32',
    '24:00:00',
    "24:00:00 is not a valid value for Int32. (Parameter 'value').",
    "The input string '24:00:00' was not in a correct format.",
  ],
  [
    'System.TimeSpan',
    'True',
    'True is not a valid value for TimeSpan.',
    "String 'True' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.TimeSpan',
    'true',
    'true is not a valid value for TimeSpan.',
    "String 'true' was not recognized as a valid TimeSpan.",
  ],
  [
    'System.Int32',
    'True',
    "True is not a valid value for Int32. (Parameter 'value').",
    "The input string 'True' was not in a correct format.",
  ],
  [
    'System.Int32',
    '5m',
    "5m is not a valid value for Int32. (Parameter 'value').",
    "The input string '5m' was not in a correct format.",
  ],
  [
    'System.Boolean',
    '-1',
    '-1 is not a valid value for Boolean.',
    "String '-1' was not recognized as a valid Boolean.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    ' ',
    '  is not a valid value for CustomHandlerType.',
    "Must specify valid information for parsing in the string. (Parameter 'value').",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    'x',
    'x is not a valid value for CustomHandlerType.',
    "Requested value 'x' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    'true',
    'true is not a valid value for CustomHandlerType.',
    "Requested value 'true' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    'yes',
    'yes is not a valid value for CustomHandlerType.',
    "Requested value 'yes' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    '1.5',
    '1.5 is not a valid value for CustomHandlerType.',
    "Requested value '1.5' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    '00:00:10',
    '00:00:10 is not a valid value for CustomHandlerType.',
    "Requested value '00:00:10' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    '1.00:00:00',
    '1.00:00:00 is not a valid value for CustomHandlerType.',
    "Requested value '1.00:00:00' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    '24:00:00',
    '24:00:00 is not a valid value for CustomHandlerType.',
    "Requested value '24:00:00' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType',
    '5m',
    '5m is not a valid value for CustomHandlerType.',
    "Requested value '5m' was not found.",
  ],
  [
    'System.Boolean',
    '0',
    '0 is not a valid value for Boolean.',
    "String '0' was not recognized as a valid Boolean.",
  ],
  [
    'System.TimeSpan',
    'yes',
    'yes is not a valid value for TimeSpan.',
    "String 'yes' was not recognized as a valid TimeSpan.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.FileLoggingMode',
    ' ',
    '  is not a valid value for FileLoggingMode.',
    "Must specify valid information for parsing in the string. (Parameter 'value').",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.FileLoggingMode',
    'x',
    'x is not a valid value for FileLoggingMode.',
    "Requested value 'x' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.FileLoggingMode',
    'True',
    'True is not a valid value for FileLoggingMode.',
    "Requested value 'True' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.FileLoggingMode',
    'False',
    'False is not a valid value for FileLoggingMode.',
    "Requested value 'False' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.FileLoggingMode',
    'true',
    'true is not a valid value for FileLoggingMode.',
    "Requested value 'true' was not found.",
  ],
  [
    'Microsoft.Azure.WebJobs.Script.FileLoggingMode',
    'yes',
    'yes is not a valid value for FileLoggingMode.',
    "Requested value 'yes' was not found.",
  ],
  [
    'System.TimeSpan',
    ' ',
    '  is not a valid value for TimeSpan.',
    "String '' was not recognized as a valid TimeSpan.",
  ],
]

describe('what the host could not convert', () => {
  it.each(recorded)('to %s: %j', (type, text, ...sentences) => {
    const converted = converters[type]?.(text)
    const said = converted !== undefined && 'refused' in converted ? converted.refused : []
    // The recording ends each sentence with a full stop.
    expect(said.map((sentence) => sentence.replace(/\.?$/, '.'))).toEqual(
      sentences.map((sentence) => sentence.replace(/\.?$/, '.')),
    )
  })

  it('is said by the binder first', () => {
    expect(bindingFailure('grpc', 'customHandler:Type', 'N.CustomHandlerType')).toBe(
      "Failed to convert configuration value 'grpc' at 'AzureFunctionsJobHost:customHandler:Type' to type 'N.CustomHandlerType'.",
    )
  })
})

describe('what .NET converts', () => {
  it.each<readonly [string, Conversion<unknown>, unknown]>([
    ['a boolean with blanks', convertBoolean(' True\t'), true],
    ['a boolean with zero bytes', parseBoolean('\0FALSE\0'), false],
    ['an integer with a sign', convertInt32(' +80 '), 80],
    ['a hexadecimal integer', convertInt32('0x1F'), 31],
    ['the upper half of 32 bits', convertInt32('#FFFFFFFF'), -1],
    ['a hexadecimal integer as Basic writes it', convertInt32('&hff'), 255],
    ['the lowest integer', convertInt32('-2147483648'), -2_147_483_648],
    ['a large integer', convertInt64('9223372036854775807'), 9_223_372_036_854_775_807n],
    ['a short integer', convertUInt16('65535'), 65_535],
    ['a double', convertDouble(' -.5e3 '), -500],
    ['infinity', convertDouble('-Infinity'), Number.NEGATIVE_INFINITY],
    ['a single', convertSingle('0.1'), Math.fround(0.1)],
    ['an enumeration by name', convertEnumeration('hTTp', handlerType), 1],
    ['an enumeration by number', convertEnumeration(' 1 ', handlerType), 1],
    ['a number that is no member', convertEnumeration('-7', handlerType), -7],
    ['several members', convertEnumeration('always, DebugOnly', loggingMode), 3],
    ['a level', readLogLevel('warning'), 3],
    ['a level by number', readLogLevel('10'), 10],
    ['no level', readLogLevel(''), undefined],
    ['no value of a nullable type', convertNullable('', convertInt32), undefined],
    ['a value of a nullable type', convertNullable('2', convertInt32), 2],
    ['a time span', convertTimeSpan(' 00:05:00 '), 300],
  ])('%s', (_, converted, value) => {
    expect(converted).toEqual({ value })
  })

  it.each<readonly [string, Conversion<unknown>, string]>([
    ['an integer of 33 bits', convertInt32('2147483648'), 'too small for an Int32.'],
    ['a hexadecimal integer of 33 bits', convertInt32('0x1FFFFFFFF'), 'too small for a UInt32.'],
    ['a short integer of 17 bits', convertUInt16('65536'), 'too small for a UInt16.'],
    ['a negative short integer', convertUInt16('-1'), 'too small for a UInt16.'],
    ['hexadecimal with more behind it', convertInt32('0x1G'), 'non-parsable characters'],
    ['digits of another script', convertInt32('\u0661'), 'not in a correct format'],
    ['a hexadecimal double', convertDouble('0x1F'), 'not in a correct format'],
    ['a level by another name', readLogLevel('Info'), "Configuration value 'Info' is not supported."],
    ['a blank level', readLogLevel(' '), "Configuration value ' ' is not supported."],
    ['an enumeration above 32 bits', convertEnumeration('4294967296', handlerType), 'for an Int32.'],
    ['a number and more', convertEnumeration('1a', handlerType), "Requested value '1a' was not found."],
  ])('but not %s', (_, converted, sentence) => {
    expect('refused' in converted ? converted.refused.join(' ') : 'converted').toContain(sentence)
  })
})

describe('parseTimeSpan', () => {
  it.each<readonly [string, number | undefined]>([
    ['00:10:00', 600],
    ['1.02:03:04', 93_784],
    ['1:02:03:04', 93_784],
    ['1.02:03', 93_780],
    ['00:00:00.25', 0.25],
    ['6:12:14.45', 22_334.45],
    ['6:12:14:45.5', 562_485.5],
    ['0:1:.5', 60.5],
    ['-00:00:01', -1],
    ['10:30', 37_800],
    ['2', 172_800],
    ['-2', -172_800],
    ['24:00:00', 2_073_600],
    ['0:0:0.00000000', 0],
    ['10675199.02:48:05', 922_337_203_685],
    ['\u3000 1 \u0085', 86_400],
    ...[
      '00:60:00',
      '01:30.00',
      '24:00',
      '1.24:00',
      '10675200',
      '10675199.02:48:06',
      '99999999999',
      '1:2:3:4:5',
      '00:05:00.12345678',
      '00:05:00.',
      ':30',
      '1:',
      '+1',
      '- 1',
      '1 :2',
      '10 minutes',
      '\ufeff1',
      '',
      '1.5',
      'PT5M',
    ].map((text) => [text, undefined] as const),
  ])('reads %j as %s seconds', (text, seconds) => {
    expect(parseTimeSpan(text)).toBe(seconds)
  })
})
