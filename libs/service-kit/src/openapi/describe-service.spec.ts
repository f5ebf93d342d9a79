import { Controller, Get, Injectable, Module, Post, Body } from '@nestjs/common';
import { ApiProperty, type OpenAPIObject } from '@nestjs/swagger';
import { Internal } from '@property-office/access';
import { Text } from '../fields/text';
import { Operation } from '../operations/operation';
import { ToyModule } from '../toy-service.fixture';
import { describeService } from './describe-service';

describe('the document of a service', () => {
  let document: OpenAPIObject;
  beforeAll(async () => {
    document = await describeService(ToyModule, 'tickets');
  });

  it('is OpenAPI 3.1 with an owner, an id and security on each operation', () => {
    expect(document.openapi).toBe('3.1.0');
    const report = document.paths['/api/repair-requests']!.post as unknown as Record<string, unknown>;
    expect(report).toMatchObject({
      operationId: 'tickets.reportRepair',
      'x-owner': 'tickets',
      summary: '报修 / Report a repair',
      security: [{ bearer: [] }, { cookie: [] }],
    });
    expect(Object.keys(report).filter((name) => name.startsWith('x-'))).toEqual(['x-owner']);
  });

  it('names every refusal, the header of a repeat and of a version', () => {
    const { post } = document.paths['/api/repair-requests/{id}/cancel']!;
    expect(Object.keys(post!.responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '412',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
    expect(post!.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', schema: { type: 'string', format: 'uuid' } }),
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }),
      expect.objectContaining({ name: 'If-Match', in: 'header' }),
    ]);
  });

  it('says that unknown fields are refused, in nested objects too', () => {
    const { ReportDto, PlaceDto, MaterialDto, RepairBody } = document.components!.schemas!;
    expect(
      [ReportDto, PlaceDto, MaterialDto].map(
        (schema) => (schema as { additionalProperties?: unknown }).additionalProperties,
      ),
    ).toEqual([false, false, false]);
    expect(RepairBody).not.toHaveProperty('additionalProperties');
    expect(ReportDto).toMatchObject({
      required: ['description', 'location'],
      properties: {
        description: { type: 'string', minLength: 1, maxLength: 2000 },
        location: { allOf: [{ $ref: '#/components/schemas/PlaceDto' }] },
        materials: { type: 'array', maxItems: 20, items: { $ref: '#/components/schemas/MaterialDto' } },
        attachmentIds: { type: 'array', items: { type: 'string', format: 'uuid' } },
      },
    });
  });

  it('lets a body of which nothing is required be left out', () => {
    expect(document.paths['/api/repair-requests/{id}/cancel']!.post!.requestBody).toMatchObject({
      required: false,
    });
    expect(document.paths['/api/repair-requests']!.post!.requestBody).toMatchObject({ required: true });
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w*)"/g)];
    expect(references.length).toBeGreaterThan(10);
    const components = document.components as Record<string, Record<string, unknown>>;
    expect(references.filter(([, kind, name]) => !components[kind!]?.[name!])).toEqual([]);
  });
});

it('makes no provider and connects nothing', async () => {
  let made = 0;
  @Injectable()
  class Connecting {
    constructor() {
      made++;
    }
  }
  @Controller('api/things')
  class Things {
    constructor(readonly connecting: Connecting) {}
    @Get()
    @Operation('tickets.listRepairs', { summary: { zh: '列表', en: 'List' }, ok: 200 })
    list(): void {}
  }
  @Module({ controllers: [Things], providers: [Connecting] })
  class ThingsModule {}
  await describeService(ThingsModule, 'things');
  expect(made).toBe(0);
});

it('keeps internal routes and their models to itself', async () => {
  class ResolveDto {
    @Text({ label: { zh: '令牌', en: 'token' }, max: 99 })
    token!: string;
  }
  @Controller()
  class Things {
    @Post('internal/resolve')
    @Internal()
    resolve(@Body() dto: ResolveDto): object {
      return dto;
    }
    @Get('api/things')
    @Operation('tickets.listRepairs', { summary: { zh: '列表', en: 'List' }, ok: 200 })
    list(): void {}
  }
  @Module({ controllers: [Things] })
  class ThingsModule {}
  const { paths, components } = await describeService(ThingsModule, 'things');
  expect(Object.keys(paths)).toEqual(['/api/things']);
  expect(Object.keys(components!.schemas!)).toEqual(['Problem']);
});

it('refuses a route without an operation', async () => {
  @Controller('api/things')
  class Things {
    @Get()
    list(): void {}
  }
  @Module({ controllers: [Things] })
  class ThingsModule {}
  await expect(describeService(ThingsModule, 'things')).rejects.toThrow('GET /api/things has no @Operation');
});

it('refuses two models of one name in a service', async () => {
  const answeredPlace = (() => {
    class Place {
      @ApiProperty()
      name!: string;
    }
    return Place;
  })();
  class Place {
    @Text({ label: { zh: '街道', en: 'street' }, max: 9 })
    street!: string;
  }
  class Answered {
    @ApiProperty({ type: () => answeredPlace })
    place!: object;
  }
  @Controller('api/things')
  class Things {
    @Post()
    @Operation('tickets.listRepairs', { summary: { zh: '列表', en: 'List' }, ok: 200, okBody: Answered })
    make(@Body() place: Place): void {
      expect(place).toBeDefined();
    }
  }
  @Module({ controllers: [Things] })
  class ThingsModule {}
  await expect(describeService(ThingsModule, 'things')).rejects.toThrow('several models share a name: Place');
});
